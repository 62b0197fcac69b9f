import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import type { Language, MessageDto } from '@manyhalls/contracts';
import { languages, languageTags } from '@manyhalls/contracts/text/language';
import { limits } from '@manyhalls/contracts/wire/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault, useFaultWords } from '../../api/faults';
import { languageNames } from '../../app/LanguageSwitch';
import { MessageWords } from '../MessageWords';
import { usePanel } from '../panel';

/** Puts the words in another language beside the original. */
export function TranslateMessage({ message }: { message: MessageDto }) {
  const { t } = useTranslation('chat');
  const { t: tApp } = useTranslation();
  const words = useFaultWords();
  const { chat, moderate } = usePanel();
  const known = (language: Language) =>
    message.translations.find((one) => one.language === language)?.text ?? '';
  const others = languages.filter((language) => language !== message.language);
  const [language, setLanguage] = useState(others.find((one) => !known(one)) ?? others[0] ?? 'en');
  const [text, setText] = useState(() => known(language));
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);

  const choose = (next: Language) => {
    setLanguage(next);
    setText(known(next));
  };
  const save = async () => {
    setBusy(true);
    setFault(null);
    try {
      await chat.change('chat:translate', { messageId: message.id, language, text: text.trim() });
      moderate(null);
    } catch (error) {
      setFault(asFault(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={() => moderate(null)}
      title={t('translate.title')}
      closeButtonProps={{ 'aria-label': tApp('close') }}
    >
      <Stack>
        <MessageWords text={message.text ?? ''} language={message.language} />
        <Select
          label={t('translate.into')}
          data={others.map((value) => ({ value, label: languageNames[value] }))}
          value={language}
          onChange={(value) => value && choose(value)}
        />
        <Textarea
          label={t('translation')}
          lang={languageTags[language]}
          value={text}
          maxLength={limits.message}
          data-autofocus
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        {fault && (
          <Text role="alert" c="var(--mantine-color-error)">
            {words(fault)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => moderate(null)}>
            {tApp('cancel')}
          </Button>
          <Button loading={busy} disabled={!text.trim()} onClick={() => void save()}>
            {t('translate.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
