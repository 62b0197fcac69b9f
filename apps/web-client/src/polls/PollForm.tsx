import { Button, Group, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PollDto } from '@manyhalls/contracts';
import { limits } from '@manyhalls/contracts/wire/limits';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../api/new-id';
import { useChecks } from '../forms/checks';
import { Form } from '../forms/Form';
import { LocalizedInput } from '../forms/LocalizedInput';
import { fromWords, isEmpty, noWords, toWords, type Words } from '../forms/words';
import type { PollBoard } from './poll-board';

const fewest = 2;

interface Values {
  question: Words;
  options: Words[];
  multiple: boolean;
}

/** A new poll, or a draft to be changed: as it was when the form was opened. */
export function PollForm({
  poll,
  board,
  onClose,
}: {
  poll: PollDto | null;
  board: PollBoard;
  onClose: () => void;
}) {
  const { t } = useTranslation(['polls', 'app']);
  const checks = useChecks();
  /** A retry has the same one and is stored once; other words are another poll. */
  const clientPollId = useRef(newId());
  const form = useForm<Values>({
    initialValues: {
      question: toWords(poll?.question),
      options: poll?.options.map(({ text }) => toWords(text)) ?? Array<Words>(fewest).fill(noWords),
      multiple: poll?.multiple ?? false,
    },
    onValuesChange: () => (clientPollId.current = newId()),
    validate: {
      question: checks.anyLanguage,
      options: (options) => (options.every((words) => !isEmpty(words)) ? null : t('form.everyOption')),
    },
  });
  const { options } = form.values;

  const save = async (values: Values) => {
    const written = {
      question: fromWords(values.question),
      options: values.options.map((words) => ({ text: fromWords(words) })),
      multiple: values.multiple,
    };
    if (poll) await board.request('poll:edit', { pollId: poll.id, version: poll.version, ...written });
    else await board.request('poll:make', { ...written, clientPollId: clientPollId.current });
    onClose();
  };
  return (
    <Form
      form={form}
      save={save}
      submit={t('form.save')}
      words={({ code }) => (code === 'conflict' ? t('fault.changed') : undefined)}
      also={
        <Button variant="default" onClick={onClose}>
          {t('app:cancel')}
        </Button>
      }
    >
      <LocalizedInput
        label={t('form.question')}
        required
        maxLength={limits.question}
        multiline
        {...form.getInputProps('question')}
      />
      {options.map((words, option) => (
        // Options have no names of their own but their places.
        <div key={option}>
          <LocalizedInput
            label={t('form.option', { number: option + 1 })}
            required
            maxLength={limits.title}
            value={words}
            onChange={(next) =>
              form.setFieldValue(
                'options',
                options.map((other, place) => (place === option ? next : other)),
              )
            }
            error={isEmpty(words) && form.errors['options']}
          />
          {options.length > fewest && (
            <Button
              mt={4}
              size="compact-sm"
              variant="subtle"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() =>
                form.setFieldValue(
                  'options',
                  options.filter((_, place) => place !== option),
                )
              }
            >
              {t('form.removeOption', { number: option + 1 })}
            </Button>
          )}
        </div>
      ))}
      <Group>
        <Button
          variant="default"
          disabled={options.length >= limits.pollOptions}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.setFieldValue('options', [...options, noWords])}
        >
          {t('form.addOption')}
        </Button>
      </Group>
      <Switch label={t('form.multiple')} {...form.getInputProps('multiple', { type: 'checkbox' })} />
    </Form>
  );
}
