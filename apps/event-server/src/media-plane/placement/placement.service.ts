import { setTimeout as wait } from 'node:timers/promises';
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
/** Nobody waits longer for a node that hangs, in milliseconds; across the sea an answer takes a quarter of it. */
const promptMs = 500;

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
    const nodes = this.plane.nodes().map((node) => ({ node, figure: this.figure(node.nodeId) }));
    const loads = await answered(nodes.map(({ figure }) => figure.load));
    // From here on without waiting, so that each of those who come at once sees where the others went.
    const candidates = nodes.flatMap(({ node, figure }, index) =>
      candidate(node, loads[index], figure.placedSince),
    );
    const placement = choosePlacement(candidates, policy);
    if (!placement) throw new Fault('media-unavailable', 'no media node can take a peer now');
    const chosen = nodes.find(({ node }) => node.nodeId === placement.nodeId);
    if (chosen) chosen.figure.placedSince++;
    return placement;
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

/** Those that are prompt; all when nobody can be placed on those. */
async function answered(loads: readonly Figure['load'][]): Promise<(NodeLoadDto | null)[]> {
  const late = new AbortController();
  const limit = wait(promptMs, null, { signal: late.signal }).catch(() => null);
  const prompt = await Promise.all(loads.map((load) => Promise.race([load, limit])));
  late.abort();
  return prompt.some((load) => load !== null && !load.draining) ? prompt : Promise.all(loads);
}

/** None when the node did not answer: nobody should be placed there. */
function candidate(
  { nodeId, region }: ConnectedNode,
  load: NodeLoadDto | null | undefined,
  placedSince: number,
): PlacementCandidate[] {
  if (!load) return [];
  const { peers, workers, draining } = load;
  return [{ nodeId, region, load: (peers + placedSince) / Math.max(1, workers), draining }];
}
