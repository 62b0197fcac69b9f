import { Button, Group, Modal, Text, Title } from '@mantine/core';
import type { GreetingLinkDto, LiveEventDto } from '@manyhalls/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../app/Confirm';
import { useLocalize } from '../../i18n/Localized';
import { useLanguage } from '../../i18n/language';
import { viewerZone, writeMoment } from '../../i18n/times';
import type { PartProps } from './part-props';
import classes from './GreetingDrawer.module.css';
import { GreetingForm } from './GreetingForm';
import { LinkShown } from './LinkShown';
import { useLibraryWords } from './use-library-words';

interface Props extends PartProps {
  event: LiveEventDto;
  onReload: () => void;
  onRemoved: () => void;
}

/** The office's link, and what else can be done with the invitation. */
export function LinkPanel({ greeting, api, onChange, event, onReload, onRemoved }: Props) {
  const { t } = useTranslation(['greetings', 'app']);
  const language = useLanguage();
  const words = useLibraryWords();
  const name = useLocalize()(greeting.speaker.name);
  const [asked, setAsked] = useState<'replace' | 'revoke' | 'remove' | null>(null);
  const [shown, setShown] = useState<'form' | GreetingLinkDto | null>(null);
  const { id, link } = greeting;
  const moment = writeMoment(new Date(greeting.expiresAt), viewerZone(), language);
  const close = () => setAsked(null);
  return (
    <section className={classes.part}>
      <Title order={3}>{t('library.linkSection')}</Title>
      <Text>{t(`library.link.${link}`, { moment })}</Text>
      <Group>
        <Button variant="default" size="sm" onClick={() => setShown('form')}>
          {t('library.edit')}
        </Button>
        <Button variant="default" size="sm" onClick={() => setAsked('replace')}>
          {t('library.replaceLink')}
        </Button>
        <Button variant="default" size="sm" disabled={link === 'revoked'} onClick={() => setAsked('revoke')}>
          {t('library.revokeLink')}
        </Button>
        <Button variant="subtle" color="red" size="sm" onClick={() => setAsked('remove')}>
          {t('library.remove')}
        </Button>
      </Group>
      {asked === 'replace' && (
        <Confirm
          title={t('library.replaceTitle', { name })}
          action={t('library.replaceLink')}
          onClose={close}
          onConfirm={async () => {
            const made = await api.replaceLink(id);
            onChange(made.greeting);
            setShown(made);
          }}
        >
          {t('library.replaceText')}
        </Confirm>
      )}
      {asked === 'revoke' && (
        <Confirm
          title={t('library.revokeTitle', { name })}
          action={t('library.revokeLink')}
          onClose={close}
          onConfirm={async () => onChange(await api.revokeLink(id))}
        >
          {t('library.revokeText')}
        </Confirm>
      )}
      {asked === 'remove' && (
        <Confirm
          title={t('library.removeTitle', { name })}
          action={t('library.remove')}
          onClose={close}
          onConfirm={async () => {
            await api.remove(id);
            onReload();
            onRemoved();
          }}
          words={(fault) => (fault.code === 'conflict' ? t('library.inUse') : words(fault))}
        >
          {t('library.removeText')}
        </Confirm>
      )}
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        size="lg"
        title={t(shown === 'form' ? 'library.edit' : 'library.linkTitle')}
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        {shown === 'form' && (
          <GreetingForm
            event={event}
            greeting={greeting}
            submit={t('library.save')}
            onSave={async (facts) => {
              onChange(await api.update(id, { ...facts, version: greeting.version }));
              setShown(null);
            }}
          />
        )}
        {shown && shown !== 'form' && <LinkShown made={shown} onDone={() => setShown(null)} />}
      </Modal>
    </section>
  );
}
