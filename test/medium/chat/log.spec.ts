import { crewMember, guest, type Guest } from '../../factories/chat';
import { raiseAndMove } from '../../factories/hands';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { makePoll, newPoll } from '../../factories/polls';
import { askAndMove, questionOf } from '../../factories/questions';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let one: Guest;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  moderator = await crewMember(stage);
  one = await guest(stage, 'One');
});
afterEach(() => stage.closeAll());
afterAll(() => server.stop(), 60_000);

/** What was done, oldest first. */
async function deeds(): Promise<[string, string][]> {
  const log = await moderator.ask('moderation:log', {});
  return log.map(({ action, subject }): [string, string] => [action, subject]).toReversed();
}

describe('who did what', () => {
  it('has every step of a question, and none that was refused', async () => {
    const text = 'How will the ports work together?';
    const { id: questionId, version } = await askAndMove(one.client, moderator, ['approve', 'claim']);
    await moderator.refusal('question:move', { questionId, version, step: 'reopen' });
    const edited = await moderator.ask('question:edit', { questionId, version, text: 'How will they?' });
    await moderator.ask('question:edit', { questionId, version: edited.version, assignedTo: 'Chair' });
    const other = await one.client.ask('question:ask', questionOf({ text: 'And the airports?' }));
    await moderator.ask('question:merge', { intoId: questionId, questionIds: [other.id] });
    await moderator.ask('question:order', { questionIds: [questionId] });
    expect(await deeds()).toEqual([
      ['question:approve', text],
      ['question:claim', text],
      ['question:edit', text],
      ['question:assign', 'How will they?'],
      ['question:merge', 'How will they?'],
      ['question:order', '1'],
    ]);
  });

  it('names the person whose hand it was', async () => {
    await stage.change('live');
    await raiseAndMove(one.client, moderator, ['admit', 'send-back', 'dismiss']);
    expect(await deeds()).toEqual(['admit', 'send-back', 'dismiss'].map((step) => [`hand:${step}`, 'One']));
  });

  it('has polls from the draft to the results', async () => {
    const { id: pollId, version } = await makePoll(moderator, ['open', 'close']);
    await moderator.ask('poll:show-results', { pollId, version, shown: true });
    const again = newPoll();
    const draft = await moderator.ask('poll:make', again);
    await moderator.ask('poll:make', again);
    await moderator.ask('poll:delete', { pollId: draft.id, version: draft.version });
    expect((await deeds()).map(([action]) => action)).toEqual(
      ['make', 'open', 'close', 'show-results', 'make', 'delete'].map((step) => `poll:${step}`),
    );
    expect((await deeds())[0]?.[1]).toBe('Which harbour first?');
  });

  it('is not for attendees', async () => {
    expect(await one.client.refusal('moderation:log', {})).toMatchObject({ code: 'forbidden' });
  });
});
