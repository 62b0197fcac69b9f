import type { CueContentDto, SessionStatus, ShowStateDto, TakeDto } from '@manyhalls/contracts';
import { InvitationsService } from '../../../apps/event-server/src/invitations/invitations.service';
import { connectLive, type LiveClient } from '../../factories/live';
import { invitationOf, redeem, secretIn } from '../../factories/people';
import { go, writeRundown } from '../../factories/rundown';
import type { TestServer } from '../../factories/server';
import type { Forum } from './forum';

/** A show caller without a page. */
export interface ShowCaller {
  client: LiveClient;
  sessionId: string;
  /** Changes what the session is. */
  become(status: SessionStatus): Promise<void>;
  /** Writes a cue at the end and takes it at once. */
  take(content: Partial<CueContentDto>): Promise<TakeDto>;
  show(): Promise<ShowStateDto>;
}

/** @param title how the session's English title begins */
export async function callShow(server: TestServer, forum: Forum, title: string): Promise<ShowCaller> {
  const { link } = await server.get(InvitationsService).invite(forum.event.id, invitationOf('show-caller'));
  const client = await connectLive(server, (await redeem(server, secretIn(link))).ticket);
  const sessionId = forum.event.sessions.find((one) => one.title.en?.startsWith(title))?.id ?? '';
  await client.ask('session:join', { sessionId });
  const show = () => client.ask('show:read', {});
  return {
    client,
    sessionId,
    show,
    become: async (status) => {
      const { version } = await show();
      await client.ask('session:change-status', { sessionId, status, version });
    },
    take: async (content) => {
      const [cue] = await writeRundown(client, content);
      if (!cue) throw new Error('no cue was written');
      return go(client, cue);
    },
  };
}
