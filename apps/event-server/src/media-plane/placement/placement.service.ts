import { Injectable } from '@nestjs/common';
import { Fault, type NodeLoadDto } from '@manyhalls/contracts';
import { MediaPlane, type ConnectedNode } from '../media-plane';
import {
  choosePlacement,
  type Placement,
  type PlacementCandidate,
  type PlacementPolicy,
} from './choose-placement';

/** How long a load figure serves, in milliseconds: a hundred people who join at once ask each node once. */
const freshMs = 1000;

interface Figure {
  takenAt: number;
  load: Promise<NodeLoadDto | null>;
  /** Peers placed since, which the figure cannot know yet. */
  placedSince: number;
}

/** Asks the nodes how busy they are and lets `choosePlacement` decide. */
@Injectable()
export class PlacementService {
  private readonly figures = new Map<string, Figure>();

  constructor(private readonly plane: MediaPlane) {}

  /** @throws {Fault} `media-unavailable` when no node can take a peer. */
  async place(policy: PlacementPolicy): Promise<Placement> {
    const candidates = await Promise.all(this.plane.nodes().map((node) => this.candidate(node)));
    const placement = choosePlacement(
      candidates.filter((candidate) => candidate !== null),
      policy,
    );
    if (!placement) throw new Fault('media-unavailable', 'no media node can take a peer now');
    const figure = this.figures.get(placement.nodeId);
    if (figure) figure.placedSince++;
    return placement;
  }

  /** `null` when the node does not answer: nobody should be placed there. */
  private async candidate({ nodeId, region }: ConnectedNode): Promise<PlacementCandidate | null> {
    const figure = this.figure(nodeId);
    const load = await figure.load;
    if (!load) return null;
    const perWorker = (load.peers + figure.placedSince) / Math.max(1, load.workers);
    return { nodeId, region, load: perWorker, draining: load.draining };
  }

  private figure(nodeId: string): Figure {
    const known = this.figures.get(nodeId);
    if (known && performance.now() - known.takenAt < freshMs) return known;
    const load = this.plane.request(nodeId, 'node:load', {}).catch(() => null);
    const figure = { takenAt: performance.now(), load, placedSince: 0 };
    this.figures.set(nodeId, figure);
    return figure;
  }
}
