import type { Browser } from 'playwright-core';
import type { CueDto } from '@manyhalls/contracts';
import { InvitationsService } from '../../../apps/event-server/src/invitations/invitations.service';
import { connectLive, type LiveClient } from '../../factories/live';
import { invitationOf } from '../../factories/people';
import { go } from '../../factories/rundown';
import type { TestServer } from '../../factories/server';
import { launchChromium, visit, type Visitor } from './chromium';
import { makeForum, type Forum } from './forum';
import { Gate } from './gate';
import { threeNodes } from './media-ports';
import { openInvitation, sessionPath } from './people';
import { startProduct } from './product';
import { wide } from './rundown-page';

/** An opening that is to begin now, and those who run it. */
export class ControlRoom {
  /** Keeps back what show callers' pages send of these verbs. */
  readonly gate = new Gate('cue:go', 'rundown:move', 'rundown:skip');

  private constructor(
    readonly server: TestServer,
    readonly browser: Browser,
    readonly forum: Forum,
    /** An editor without a page. */
    readonly editor: LiveClient,
  ) {}

  static async open(): Promise<ControlRoom> {
    const [server, browser] = await Promise.all([threeNodes().then(startProduct), launchChromium()]);
    const forum = await makeForum(server);
    await server.database.query(
      `UPDATE sessions SET starts_at = now(), ends_at = now() + interval '2 hours'
       WHERE title ->> 'en' LIKE 'Opening%'`,
    );
    const room = new ControlRoom(server, browser, forum, await connectLive(server, forum.organiser.ticket));
    await room.editor.ask('session:join', { sessionId: room.session.id });
    return room;
  }

  async close(): Promise<void> {
    this.editor.close();
    await this.browser.close();
    await this.server.stop();
  }

  get session() {
    const session = this.forum.event.sessions.find(({ title }) => title.en?.startsWith('Opening'));
    if (!session) throw new Error('there is no opening');
    return session;
  }

  /** Of the show caller's page. */
  get path(): string {
    return `${sessionPath(this.forum, 'Opening')}/control`;
  }

  /** A show caller with a browser of their own. */
  async caller(displayName: string): Promise<Visitor> {
    const visitor = await visit(this.browser, this.server.url, { viewport: wide });
    await this.gate.watch(visitor.page);
    const { link } = await this.server
      .get(InvitationsService)
      .invite(this.forum.event.id, invitationOf('show-caller', { displayName }));
    await openInvitation(visitor.page, link);
    return visitor;
  }

  /** The cues, as the server has them. */
  async cues(): Promise<CueDto[]> {
    return (await this.editor.ask('rundown:read', {})).cues;
  }

  /** Somebody without a page takes this cue. */
  async take(title: string): Promise<void> {
    const cue = (await this.cues()).find((one) => one.title.en === title);
    await go(this.editor, { id: cue?.id ?? '' });
  }
}
