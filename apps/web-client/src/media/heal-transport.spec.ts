import { EventEmitter } from 'node:events';
import type { types } from 'mediasoup-client';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { healTransport } from './heal-transport';

const ice = { usernameFragment: 'u', password: 'p' };

function stage(askIce: () => Promise<typeof ice> = async () => ice) {
  const transport = Object.assign(new EventEmitter(), {
    closed: false,
    connectionState: 'connected',
    restartIce: jest.fn(async () => undefined),
  });
  const giveUp = jest.fn();
  const asked = jest.fn(askIce);
  const healer = healTransport(transport as unknown as types.Transport, { askIce: asked, giveUp });
  return {
    ...{ transport, giveUp, asked, healer },
    become: (state: string) => {
      transport.connectionState = state;
      transport.emit('connectionstatechange', state);
    },
  };
}
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('does nothing about a break that mends itself', async () => {
  const { become, asked } = stage();
  become('disconnected');
  await pass(1_000);
  become('connected');
  await pass(60_000);
  expect(asked).not.toHaveBeenCalled();
});

it('restarts ICE when the break lasts, and at once when the connection has failed', async () => {
  const { become, transport, giveUp } = stage();
  become('disconnected');
  await pass(1_500);
  expect(transport.restartIce).toHaveBeenCalledWith({ iceParameters: ice });
  become('connected');
  become('failed');
  await pass(0);
  expect(transport.restartIce).toHaveBeenCalledTimes(2);
  expect(giveUp).not.toHaveBeenCalled();
});

it('gives up after two restarts that did not help', async () => {
  const { become, transport, giveUp } = stage();
  become('failed');
  await pass(12_000);
  expect(transport.restartIce).toHaveBeenCalledTimes(2);
  expect(giveUp).toHaveBeenCalledTimes(1);
});

it('does not give up a connection that came back while it was being restarted', async () => {
  const { become, transport, giveUp } = stage();
  transport.restartIce.mockImplementation(async () => void become('connected'));
  become('failed');
  await pass(60_000);
  expect(transport.restartIce).toHaveBeenCalledTimes(1);
  expect(giveUp).not.toHaveBeenCalled();
});

it('gives up at once when the server does not know the transport any more', async () => {
  const { become, giveUp } = stage(() => Promise.reject(new Fault('not-found', 'no such transport')));
  become('failed');
  await pass(0);
  expect(giveUp).toHaveBeenCalledTimes(1);
});

it('waits for the socket when that is cut as well, then checks', async () => {
  let cut = true;
  const { become, transport, giveUp, healer } = stage(async () => {
    if (cut) throw new Fault('unavailable', 'not connected');
    return ice;
  });
  become('failed');
  await pass(60_000);
  expect(giveUp).not.toHaveBeenCalled();
  cut = false;
  healer.check();
  await pass(0);
  expect(transport.restartIce).toHaveBeenCalledTimes(1);
});

it('does not touch a healthy transport when the network may have changed, nor any after the end', async () => {
  const { become, asked, healer } = stage();
  healer.check();
  await pass(10_000);
  healer.stop();
  become('failed');
  await pass(10_000);
  expect(asked).not.toHaveBeenCalled();
});
