import {
  Fault,
  type CloseLinkDto,
  type ConnectLinkDto,
  type LinkedTrackDto,
  type LinkEndDto,
  type LinkIdDto,
  type LinkTrackDto,
  type ReceiveTrackDto,
} from '@manyhalls/contracts';
import type { Sessions } from '../sessions/sessions';
import type { NodeEngineSettings } from '../settings';
import { shared } from '../shared';
import type { Tell } from '../tell';
import type { Tracks } from '../tracks/tracks';
import { Link } from './link';

const keyOf = ({ sessionId, remoteNodeId }: LinkIdDto) => `${sessionId} ${remoteNodeId}`;

/** The node's ends of links: at most one for each session and other node. */
export class Links {
  private readonly opened = new Map<string, Promise<Link>>();
  private readonly links = new Map<string, Link>();

  constructor(
    private readonly settings: NodeEngineSettings,
    private readonly sessions: Sessions,
    private readonly tracks: Tracks,
    private readonly tell: Tell,
  ) {}

  get all(): Link[] {
    return [...this.links.values()];
  }

  async open(id: LinkIdDto): Promise<LinkEndDto> {
    if (id.remoteNodeId === this.settings.nodeId) throw new Fault('conflict', 'a node has no link to itself');
    const link = await shared(this.opened, keyOf(id), () => this.make(id));
    return link.end;
  }

  /** @throws {Fault} `conflict` when this end, or the one it is connected to, is another than the one meant. */
  async connect({ linkId, remote, ...id }: ConnectLinkDto): Promise<void> {
    const link = this.get(id);
    if (link.id !== linkId) throw new Fault('conflict', 'this end was opened anew');
    await link.connect(remote);
  }

  close({ remoteLinkId, ...id }: CloseLinkDto): void {
    const link = this.links.get(keyOf(id));
    if (!link || (remoteLinkId && link.remoteId !== remoteLinkId)) return;
    this.forget(id);
    link.close();
    this.sessions.closeUnheld(id.sessionId);
  }

  /** @throws {Fault} `not-found` when the link or the track is not here. */
  async send({ feedId, kind, ...id }: LinkTrackDto): Promise<LinkedTrackDto> {
    const link = this.get(id);
    const track = this.tracks.get({ feedId, kind });
    if (track.sessionId !== id.sessionId) throw new Fault('conflict', 'the track is in another session');
    return link.sendings.start(track);
  }

  stopSending({ feedId, kind, ...id }: LinkTrackDto): void {
    this.links.get(keyOf(id))?.sendings.stop({ feedId, kind });
  }

  /** @throws {Fault} `not-found` when the link is not here. */
  async receive({ track, ...id }: ReceiveTrackDto): Promise<void> {
    await this.get(id).receivings.receive(track);
  }

  private get(id: LinkIdDto): Link {
    const link = this.links.get(keyOf(id));
    if (!link) throw new Fault('not-found', `no link to ${id.remoteNodeId} in this session`);
    return link;
  }

  private async make(id: LinkIdDto): Promise<Link> {
    const { sessionId, remoteNodeId } = id;
    const home = await this.sessions.first(sessionId);
    const link = await Link.open(home, remoteNodeId, this.settings, this.tracks, this.tell);
    this.links.set(keyOf(id), link);
    link.onClose(() => {
      // Still listed: nobody asked for it to close.
      if (this.links.get(keyOf(id)) !== link) return;
      this.forget(id);
      this.tell('link:down', { sessionId, remoteNodeId, linkId: link.id });
      this.sessions.closeUnheld(sessionId);
    });
    return link;
  }

  private forget(id: LinkIdDto): void {
    this.links.delete(keyOf(id));
    this.opened.delete(keyOf(id));
  }
}
