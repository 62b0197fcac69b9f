import { AttachedPeers } from './attached-peers';

describe('attached peers', () => {
  const setUp = () => {
    const detached: string[] = [];
    return { detached, peers: new AttachedPeers<string>((peerId) => detached.push(peerId)) };
  };

  it('are detached when their server is gone, and only its own', () => {
    const { peers, detached } = setUp();
    peers.note('one', 'peer:open', { peerId: 'a' });
    peers.note('one', 'peer:attach', { peerId: 'b' });
    peers.note('two', 'peer:open', { peerId: 'c' });
    peers.serverGone('one');
    peers.serverGone('one');
    expect(detached).toEqual(['a', 'b']);
  });

  it('are of the server that attached them last', () => {
    const { peers, detached } = setUp();
    peers.note('one', 'peer:open', { peerId: 'a' });
    peers.note('two', 'peer:attach', { peerId: 'a' });
    expect(peers.isStale('one', 'peer:detach', { peerId: 'a' })).toBe(true);
    expect(peers.isStale('two', 'peer:detach', { peerId: 'a' })).toBe(false);
    expect(peers.isStale('one', 'peer:close', { peerId: 'a' })).toBe(false);
    peers.serverGone('one');
    expect(detached).toEqual([]);
  });

  it('are forgotten when they were detached, closed or lost', () => {
    const { peers, detached } = setUp();
    for (const peerId of ['a', 'b', 'c']) peers.note('one', 'peer:open', { peerId });
    peers.note('one', 'peer:detach', { peerId: 'a' });
    peers.note('one', 'peer:close', { peerId: 'b' });
    peers.forget(['c']);
    peers.serverGone('one');
    expect(detached).toEqual([]);
  });

  it.each([null, undefined, 'a', { peerId: 7 }, {}])('ignore the request %j', (request) => {
    const { peers, detached } = setUp();
    peers.note('one', 'peer:open', request);
    peers.serverGone('one');
    expect(detached).toEqual([]);
  });
});
