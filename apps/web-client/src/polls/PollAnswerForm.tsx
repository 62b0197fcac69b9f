import { Alert, Button, Checkbox, Group, Radio, Stack } from '@mantine/core';
import type { PollDto } from '@manyhalls/contracts';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault, useFaultWords } from '../api/faults';
import { Localized } from '../i18n/Localized';
import { useAnnounce } from '../live/Announcer';
import { useLiveState } from '../live/LiveRoom';
import type { PollBoard } from './poll-board';

/** Choosing, for the first time or anew. */
export function PollAnswerForm({
  poll,
  own,
  board,
  onDone,
  onLostFocus,
}: {
  poll: PollDto;
  /** What was chosen before. */
  own: readonly number[];
  board: PollBoard;
  onDone: () => void;
  /** The form goes, also because the poll is closed or answered on another device, and the focus with it. */
  onLostFocus: () => void;
}) {
  const { t } = useTranslation('polls');
  const words = useFaultWords();
  const announce = useAnnounce();
  const joined = useLiveState(({ connection }) => connection === 'joined');
  const [chosen, setChosen] = useState<string[]>(own.map(String));
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const form = useRef<HTMLFormElement>(null);
  const lostFocus = useEffectEvent(onLostFocus);
  useLayoutEffect(() => {
    const element = form.current;
    return () => {
      if (element?.contains(document.activeElement)) lostFocus();
    };
  }, []);

  const send = async (choices: number[], done: string) => {
    setBusy(true);
    setFault(null);
    try {
      await board.answer(poll.id, choices);
      announce(done);
      onDone();
    } catch (error) {
      setFault(asFault(error));
    } finally {
      setBusy(false);
    }
  };
  const question = <Localized text={poll.question} />;
  const options = poll.options.map(({ text }, option) => ({
    value: String(option),
    label: <Localized text={text} />,
  }));
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void send(chosen.map(Number), t('answered'));
      }}
    >
      <Stack gap="sm">
        {poll.multiple ? (
          <Checkbox.Group label={question} description={t('several')} value={chosen} onChange={setChosen}>
            <Stack gap="xs" mt="xs">
              {options.map((option) => (
                <Checkbox key={option.value} {...option} />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : (
          <Radio.Group label={question} value={chosen[0] ?? ''} onChange={(value) => setChosen([value])}>
            <Stack gap="xs" mt="xs">
              {options.map((option) => (
                <Radio key={option.value} {...option} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {fault && (
          <Alert role="alert" color="brass">
            {fault.code === 'conflict' ? t('fault.closed') : words(fault)}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit" loading={busy} disabled={!joined || chosen.length === 0}>
            {t('send')}
          </Button>
          {own.length > 0 && (
            <>
              <Button
                variant="default"
                disabled={!joined || busy}
                onClick={() => void send([], t('takenBack'))}
              >
                {t('takeBack')}
              </Button>
              <Button variant="subtle" onClick={onDone}>
                {t('keep')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </form>
  );
}
