/** Three nodes on ports of their own, so that test runs do not meet. */
export function threeNodes(): Record<string, string> {
  const base = 30_000 + Math.floor(Math.random() * 100) * 100;
  return {
    MEDIA_NODES: 'jinan,tokyo,osaka',
    MEDIA_PORT_BASE: String(base),
    MEDIA_PIPE_PORTS: `${base + 10}-${base + 99}`,
    MEDIA_LISTEN_IP: '127.0.0.1',
  };
}
