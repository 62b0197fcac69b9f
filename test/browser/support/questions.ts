import type { Page } from 'playwright-core';
import type { AskQuestionDto } from '@manyhalls/contracts';
import { InvitationsService } from '../../../apps/event-server/src/invitations/invitations.service';
import { connectLive } from '../../factories/live';
import { invitationOf, redeem, register, secretIn } from '../../factories/people';
import { askAndMove, moveOn, questionOf } from '../../factories/questions';
import type { TestServer } from '../../factories/server';
import type { Forum } from './forum';
import { openInvitation } from './people';

/** Opens the question desk as a moderator of this name. */
export async function moderate(
  page: Page,
  server: TestServer,
  forum: Forum,
  displayName: string,
): Promise<void> {
  const invitation = invitationOf('moderator', { displayName });
  const { link } = await server.get(InvitationsService).invite(forum.event.id, invitation);
  await openInvitation(page, link);
}

/** Opens the form, if it is not open yet. */
export async function openForm(page: Page) {
  const open = page.getByRole('button', { name: 'Ask a question' });
  const field = page.getByRole('textbox', { name: 'Question' });
  await open.or(field).waitFor();
  if (await open.isVisible()) await open.click();
  return field;
}

export async function ask(page: Page, text: string): Promise<void> {
  await (await openForm(page)).fill(text);
  await page.getByRole('button', { name: 'Send to the moderators' }).click();
}

/** A section of a moderator's desk. */
export const section = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Questions' })
    .locator('section')
    .filter({ has: page.getByRole('heading', { name }) });

export const row = (page: Page, name: string, text: string) =>
  section(page, name).getByRole('button', { name: text });

/** Selects a question at the desk and presses a key. */
export async function press(page: Page, text: string, key: string): Promise<void> {
  const question = page.getByRole('navigation', { name: 'Questions' }).getByRole('button', { name: text });
  await question.click();
  await question.press(key);
}

export const onStage = (page: Page) => page.getByRole('region', { name: 'Question on stage' });

/** A question in the audience's list. */
export const listed = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

/** Attendees without a browser ask these; each of them no more than one person may at once. */
export async function askMany(
  server: TestServer,
  { event }: Forum,
  questions: Pick<AskQuestionDto, 'text' | 'language'>[],
): Promise<void> {
  const session = event.sessions.find(({ title }) => title.en?.startsWith('Opening'));
  for (let first = 0; first < questions.length; first += 5) {
    const { ticket } = await register(server, event.slug, {
      displayName: `Delegate ${first / 5 + 1}`,
      consentVersion: event.consent.version,
    });
    const client = await connectLive(server, ticket);
    await client.ask('session:join', { sessionId: session?.id ?? '' });
    for (const question of questions.slice(first, first + 5))
      await client.ask('question:ask', questionOf(question));
    client.close();
  }
}

/** Somebody without a page asks this, and a moderator without a page puts it on stage. @returns answers it */
export async function putOnStage(
  server: TestServer,
  { event }: Forum,
  question: Pick<AskQuestionDto, 'text' | 'language'>,
): Promise<() => Promise<void>> {
  const session = event.sessions.find(({ title }) => title.en?.startsWith('Opening'));
  const { link } = await server.get(InvitationsService).invite(event.id, invitationOf('moderator'));
  const person = await register(server, event.slug, { consentVersion: event.consent.version });
  const [asker, moderator] = [
    await connectLive(server, person.ticket),
    await connectLive(server, (await redeem(server, secretIn(link))).ticket),
  ];
  for (const client of [asker, moderator]) await client.ask('session:join', { sessionId: session?.id ?? '' });
  const moved = await askAndMove(asker, moderator, ['approve', 'claim', 'put-on-stage'], question);
  return async () => {
    await moveOn(moderator, moved, ['answer']);
    for (const client of [asker, moderator]) client.close();
  };
}
