import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { asFault, useFaultWords } from '../api/faults';
import { newId } from '../api/new-id';
import { useNotice } from '../app/use-notice';

/** A slip should be noticed by then, in milliseconds; later it can be put right where it was done. */
const undoMs = 12_000;

type Act = () => Promise<unknown>;

/** Tries something, and says why it could not be done. @returns whether it was */
function useAttempt(): (act: Act) => Promise<boolean> {
  const notice = useNotice();
  const words = useFaultWords();
  return (act) =>
    act().then(
      () => true,
      (error: unknown) => {
        notice(words(asFault(error)), 'danger');
        return false;
      },
    );
}

/** Says what was done, and offers to take it back. */
export function useUndo(): (done: string, undo: Act) => void {
  const { t } = useTranslation();
  const { t: tChat } = useTranslation('chat');
  const attempt = useAttempt();
  return (done, undo) => {
    const id = newId();
    const takeBack = () => {
      notifications.hide(id);
      void attempt(undo);
    };
    notifications.show({
      id,
      autoClose: undoMs,
      closeButtonProps: { 'aria-label': t('close') },
      message: (
        <Group justify="space-between" wrap="nowrap">
          {done}
          <Button variant="default" size="xs" flex="none" onClick={takeBack}>
            {tChat('undo')}
          </Button>
        </Group>
      ),
    });
  };
}

/** Does something or says why it could not be done; what can be a slip says that it was, and can be taken back. */
export function useDeed(): (act: Act, slip?: { done: string; undo: Act }) => Promise<void> {
  const attempt = useAttempt();
  const offer = useUndo();
  return async (act, slip) => {
    if ((await attempt(act)) && slip) offer(slip.done, slip.undo);
  };
}
