/** A node as placement sees it. */
export interface PlacementCandidate {
  nodeId: string;
  /** Starts with the country's ISO 3166-1 code, such as `cn-east`; `null` when the node does not say. */
  region: string | null;
  /** Peers per worker. */
  load: number;
  /** About to stop: serves who is there, takes nobody new. */
  draining: boolean;
}

export interface PlacementPolicy {
  /** The hall's own node, for peers of a hall. */
  homeNode?: string | null;
  /** ISO 3166-1 alpha-2 code of where the peer is. */
  country?: string | null;
}

export interface Placement {
  nodeId: string;
  /** In English, for logs and crews. */
  reasons: string[];
}

/**
 * Home node first, then the peer's country, then the least load; never a draining node.
 * Equal nodes are told apart by name, so that the same question has the same answer everywhere.
 * @returns `null` when no candidate can take a peer.
 */
export function choosePlacement(
  candidates: readonly PlacementCandidate[],
  policy: PlacementPolicy,
): Placement | null {
  const open = candidates.filter((candidate) => !candidate.draining);
  const reasons: string[] = [];

  if (policy.homeNode) {
    if (open.some(({ nodeId }) => nodeId === policy.homeNode)) {
      return { nodeId: policy.homeNode, reasons: [`${policy.homeNode} is the hall's home node`] };
    }
    reasons.push(`home node ${policy.homeNode} cannot take peers now`);
  }

  const near = open.filter((candidate) => isIn(candidate, policy.country));
  if (near.length > 0) reasons.push(`in the peer's country ${policy.country}`);

  const [least] = (near.length > 0 ? near : open).toSorted(
    (a, b) => a.load - b.load || (a.nodeId < b.nodeId ? -1 : 1),
  );
  if (!least) return null;
  return { nodeId: least.nodeId, reasons: [...reasons, `least load, ${least.load} peers per worker`] };
}

function isIn({ region }: PlacementCandidate, country?: string | null): boolean {
  return !!country && region?.split('-')[0]?.toUpperCase() === country.toUpperCase();
}
