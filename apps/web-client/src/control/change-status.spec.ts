import type { ChangeStatusDto, SessionStatus, ShowStateDto } from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { changeStatus, type ShowControl } from './change-status';
import { showState } from '../live/show.fixture';

const show = (version: number, status: SessionStatus) => showState({ version, status });

/** A server that holds this show, and refuses a version that is not its own. */
function serverWith(present: ShowStateDto) {
  const asked: ChangeStatusDto[] = [];
  const learnt: ShowStateDto[] = [];
  const control: ShowControl = {
    learn: (told) => void learnt.push(told),
    read: async () => present,
    change: async (request) => {
      asked.push(request);
      if (request.version !== present.version) throw new Fault('conflict', 'changed meanwhile');
      return show(present.version + 1, request.status);
    },
  };
  return { ...control, asked, learnt };
}

it('changes the status it was asked for and learns the new state', async () => {
  const server = serverWith(show(4, 'scheduled'));
  await changeStatus(server, show(4, 'scheduled'), 'live');
  expect(server.learnt.at(-1)).toMatchObject({ version: 5, status: 'live' });
});

it('tries again when only a hall came or went meanwhile', async () => {
  const server = serverWith(show(9, 'scheduled'));
  await changeStatus(server, show(4, 'scheduled'), 'live');
  expect(server.learnt.at(-1)).toMatchObject({ version: 10, status: 'live' });
});

it('does not overrule somebody who was quicker', async () => {
  const server = serverWith(show(9, 'live'));
  await expect(changeStatus(server, show(4, 'scheduled'), 'rehearsing')).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(server.asked).toHaveLength(1);
  expect(server.learnt.at(-1)?.status).toBe('live');
});

it('passes on any other refusal at once', async () => {
  const refusing = {
    ...serverWith(show(4, 'scheduled')),
    change: () => Promise.reject(new Fault('forbidden', 'no')),
  };
  await expect(changeStatus(refusing, show(4, 'scheduled'), 'live')).rejects.toMatchObject({
    code: 'forbidden',
  });
});
