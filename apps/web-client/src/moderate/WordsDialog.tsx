import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { limits } from '@manyhalls/contracts/wire/limits';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault, useFaultWords } from '../api/faults';
import type { Fault } from '@manyhalls/contracts/wire/fault';

/** Asks for a few words. It stays open, saying why, when they were not taken. */
export function WordsDialog({
  title,
  label,
  initial = '',
  optional = false,
  short = false,
  lang,
  action,
  onSave,
  onClose,
  children,
}: {
  title: string;
  label: string;
  initial?: string;
  optional?: boolean;
  /** A name rather than a text: Enter takes it. */
  short?: boolean;
  lang?: string;
  /** What the button says: the deed itself. */
  action: string;
  onSave: (words: string) => Promise<void>;
  onClose: () => void;
  /** What stands above the field. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const faultWords = useFaultWords();
  const [words, setWords] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const ready = optional || words.trim() !== '';

  const save = async () => {
    setBusy(true);
    setFault(null);
    try {
      await onSave(words.trim());
      onClose();
    } catch (error) {
      setFault(asFault(error));
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          {children}
          <Textarea
            label={label}
            required={!optional}
            lang={lang}
            data-autofocus
            minRows={short ? 1 : 3}
            maxRows={12}
            maxLength={short ? limits.name : limits.question}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            onKeyDown={(event) => {
              const { key, ctrlKey, metaKey, nativeEvent } = event;
              // Enter that ends a composition is not meant for the form.
              if (key !== 'Enter' || nativeEvent.isComposing || !(short || ctrlKey || metaKey)) return;
              event.preventDefault();
              if (ready && !busy) void save();
            }}
          />
          {fault && (
            <Alert role="alert" color="brass">
              {faultWords(fault)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={!ready}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
