import { Alert, Button, Select, Stack, Switch, TagsInput } from '@mantine/core';
import type { ChangeChatSettingsDto, ChatSettingsDto } from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { limits } from '@manyhalls/contracts/wire/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault, useFaultWords } from '../../api/faults';
import { useLive } from '../../live/LiveRoom';
import { useChat, useChatState } from '../ChatRoom';
import classes from './ModerationPanel.module.css';

/** The pauses between two messages of one person that can be chosen, in seconds. */
const slows = [0, 5, 10, 30, 60, 300];
/** How many words can be on the list. */
const mostWords = 200;

/** How the audience's chat is run. */
export function ChatRules() {
  const { t } = useTranslation('chat');
  const words = useFaultWords();
  const live = useLive();
  const chat = useChat('audience');
  const settings = useChatState(chat, (state) => state.settings);
  const [fault, setFault] = useState<Fault | null>(null);
  if (!settings) return null;

  /** Somebody else's change in between, which everybody was told, is seen before it can be overwritten. */
  const change = async (part: Omit<ChangeChatSettingsDto, 'version'>, version = settings.version) => {
    setFault(null);
    try {
      chat.learnSettings(await live.ask('chat:change-settings', { version, ...part }));
    } catch (error) {
      setFault(asFault(error));
    }
  };
  return (
    <section>
      <h3 className={classes.heading}>{t('rules.title')}</h3>
      <Stack gap="sm">
        <Switch
          label={t('rules.paused')}
          checked={settings.paused}
          onChange={({ currentTarget }) => void change({ paused: currentTarget.checked })}
        />
        <Switch
          label={t('rules.preModerated')}
          checked={settings.preModerated}
          onChange={({ currentTarget }) => void change({ preModerated: currentTarget.checked })}
        />
        <Switch
          label={t('rules.links')}
          checked={settings.linksAllowed}
          onChange={({ currentTarget }) => void change({ linksAllowed: currentTarget.checked })}
        />
        <Select
          label={t('rules.slow')}
          data={[...new Set([...slows, settings.slowSeconds])].map((seconds) => ({
            value: String(seconds),
            label: seconds === 0 ? t('rules.notSlow') : t('rules.seconds', { count: seconds }),
          }))}
          value={String(settings.slowSeconds)}
          onChange={(value) => void change({ slowSeconds: Number(value) })}
        />
        <HeldWords
          // Begins anew with what stands on the list now.
          key={settings.heldWords.join('\n')}
          settings={settings}
          onSave={(heldWords, version) => change({ heldWords }, version)}
        />
        {fault && (
          <Alert color="brass" role="alert">
            {fault.code === 'conflict' ? t('rules.conflict') : words(fault)}
          </Alert>
        )}
      </Stack>
    </section>
  );
}

/** The list is saved as a whole, so it is checked against the version that it was begun with. */
function HeldWords({
  settings,
  onSave,
}: {
  settings: ChatSettingsDto;
  onSave: (words: string[], version: number) => Promise<void>;
}) {
  const { t } = useTranslation('chat');
  const [begun, setBegun] = useState<{ words: string[]; version: number } | null>(null);
  return (
    <>
      <TagsInput
        size="md"
        label={t('rules.words')}
        description={t('rules.wordsHint')}
        value={begun?.words ?? settings.heldWords}
        maxTags={mostWords}
        maxLength={limits.key}
        splitChars={[',', '，', '、', '\n']}
        clearable={false}
        onChange={(words) => setBegun({ words, version: begun?.version ?? settings.version })}
      />
      {begun && (
        <Button
          size="sm"
          variant="default"
          onClick={() => void onSave(begun.words, begun.version).then(() => setBegun(null))}
        >
          {t('rules.saveWords')}
        </Button>
      )}
    </>
  );
}
