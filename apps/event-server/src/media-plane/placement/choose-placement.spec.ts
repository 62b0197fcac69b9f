import fc from 'fast-check';
import { choosePlacement, type PlacementCandidate } from './choose-placement';

const node = (nodeId: string, changes: Partial<PlacementCandidate> = {}): PlacementCandidate => ({
  nodeId,
  region: null,
  load: 0,
  draining: false,
  ...changes,
});

const countries = ['CN', 'JP', 'KR'];
const candidates = fc.uniqueArray(
  fc.record({
    nodeId: fc.stringMatching(/^[a-z]{2,6}$/),
    region: fc.option(fc.constantFrom('cn-east', 'cn', 'jp', 'JP-west', 'kr-1', '')),
    load: fc.integer({ min: 0, max: 500 }),
    draining: fc.boolean(),
  }),
  { selector: ({ nodeId }) => nodeId, maxLength: 8 },
);
const policies = fc.record({
  homeNode: fc.option(fc.stringMatching(/^[a-z]{2,6}$/)),
  country: fc.option(fc.constantFrom(...countries)),
});

describe('choosing where a peer is placed', () => {
  it("takes the hall's home node, however busy and far", () => {
    const nodes = [node('jinan', { load: 400, region: 'cn' }), node('tokyo', { region: 'jp' })];
    expect(choosePlacement(nodes, { homeNode: 'jinan', country: 'JP' })?.nodeId).toBe('jinan');
  });

  it('goes on without a home node that is away or draining, and says so', () => {
    const nodes = [node('jinan', { draining: true }), node('tokyo')];
    for (const homeNode of ['jinan', 'osaka']) {
      const placement = choosePlacement(nodes, { homeNode });
      expect(placement?.nodeId).toBe('tokyo');
      expect(placement?.reasons[0]).toContain(homeNode);
    }
  });

  it("prefers the peer's country to less load, and less load within it", () => {
    const nodes = [
      node('jinan', { region: 'cn-east' }),
      node('tokyo', { region: 'jp-east', load: 90 }),
      node('osaka', { region: 'JP-west', load: 80 }),
    ];
    expect(choosePlacement(nodes, { country: 'jp' })?.nodeId).toBe('osaka');
    expect(choosePlacement(nodes, { country: 'KR' })?.nodeId).toBe('jinan');
  });

  it('never takes a draining node, and finds one whenever there is one', () => {
    fc.assert(
      fc.property(candidates, policies, (nodes, policy) => {
        const placement = choosePlacement(nodes, policy);
        const open = nodes.filter(({ draining }) => !draining);
        expect(placement === null).toBe(open.length === 0);
        if (placement) expect(open.map(({ nodeId }) => nodeId)).toContain(placement.nodeId);
      }),
    );
  });

  it('has no better node of the same country, unless the home node was taken', () => {
    fc.assert(
      fc.property(candidates, policies, (nodes, policy) => {
        const placement = choosePlacement(nodes, policy);
        if (!placement || placement.nodeId === policy.homeNode) return;
        const inCountry = ({ region }: PlacementCandidate) =>
          region?.split('-')[0]?.toUpperCase() === policy.country;
        const chosen = nodes.find(({ nodeId }) => nodeId === placement.nodeId) as PlacementCandidate;
        const open = nodes.filter(({ draining }) => !draining);
        if (open.some(inCountry)) expect(inCountry(chosen)).toBe(true);
        const rivals = open.filter((other) => inCountry(other) === inCountry(chosen));
        expect(Math.min(...rivals.map(({ load }) => load))).toBe(chosen.load);
      }),
    );
  });

  it('does not depend on the order in which nodes connected, and always says why', () => {
    fc.assert(
      fc.property(candidates, policies, (nodes, policy) => {
        const placement = choosePlacement(nodes, policy);
        expect(choosePlacement(nodes.toReversed(), policy)).toEqual(placement);
        expect(placement === null || placement.reasons.length > 0).toBe(true);
      }),
    );
  });
});
