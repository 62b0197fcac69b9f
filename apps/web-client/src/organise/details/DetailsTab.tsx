import { Alert, Button, Checkbox, Group, Switch, Text, TextInput } from '@mantine/core';
import { languages, languageTags } from '@manyhalls/contracts/text/language';
import { limits } from '@manyhalls/contracts/wire/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault } from '../../api/faults';
import { languageNames } from '../../app/LanguageSwitch';
import { useNotice } from '../../app/use-notice';
import { Form } from '../../forms/Form';
import { LocalizedInput } from '../../forms/LocalizedInput';
import { DaysInputs } from '../DaysInputs';
import { LeaveGuard } from '../LeaveGuard';
import { Section } from '../Section';
import type { TabProps } from '../tab';
import { CoHostsInput } from './CoHostsInput';
import { changeOf, useDetailsForm, type Details } from './details-form';

/** The event's own facts. */
export function DetailsTab({ event, api, onChange, onReload }: TabProps & { onReload: () => void }) {
  const { t } = useTranslation('organise');
  const notice = useNotice();
  const form = useDetailsForm(event);
  const [overtaken, setOvertaken] = useState(false);
  const dirty = form.isDirty();

  const save = async (details: Details) => {
    try {
      const changed = await api.updateEvent(event.id, changeOf(details, event.version));
      form.resetDirty();
      onChange(changed);
      notice(t('saved'));
    } catch (error) {
      const { code, details: why } = asFault(error);
      setOvertaken(code === 'conflict' && why?.version !== undefined);
      throw error;
    }
  };

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <Form
        form={form}
        save={save}
        submit={t('save')}
        sticky
        words={(fault) =>
          fault.code === 'conflict' && fault.details?.sessionIds ? t('details.sessionsOutside') : undefined
        }
        also={
          dirty && (
            <>
              <Button variant="default" onClick={() => form.reset()}>
                {t('discard')}
              </Button>
              <Text size="sm" c="dimmed">
                {t('unsaved')}
              </Text>
            </>
          )
        }
      >
        <Section title={t('details.about')}>
          <LocalizedInput
            label={t('details.title')}
            description={t('details.titleHint')}
            required
            maxLength={limits.title}
            {...form.getInputProps('title')}
          />
          <LocalizedInput
            label={t('details.description')}
            multiline
            maxLength={limits.description}
            {...form.getInputProps('description')}
          />
          <DaysInputs first={form.getInputProps('firstDay')} last={form.getInputProps('lastDay')} />
          <Checkbox.Group
            label={t('details.languages')}
            description={t('details.languagesHint')}
            required
            {...form.getInputProps('languages')}
          >
            <Group mt="xs">
              {languages.map((language) => (
                <Checkbox
                  key={language}
                  value={language}
                  label={<span lang={languageTags[language]}>{languageNames[language]}</span>}
                />
              ))}
            </Group>
          </Checkbox.Group>
        </Section>
        <Section title={t('details.coHosts')} text={t('details.coHostsHint')}>
          <CoHostsInput {...form.getInputProps('coHosts')} />
        </Section>
        <Section title={t('details.registration')} text={t('details.registrationHint')}>
          <Switch
            label={t('details.registrationOpen')}
            size="md"
            {...form.getInputProps('registrationOpen', { type: 'checkbox' })}
          />
          <LocalizedInput
            label={t('details.consent')}
            description={t('details.consentHint')}
            required
            multiline
            maxLength={limits.description}
            {...form.getInputProps('consentText')}
          />
          <TextInput
            label={t('details.consentVersion')}
            description={t('details.consentVersionHint')}
            required
            maxLength={limits.key}
            maw="16rem"
            {...form.getInputProps('consentVersion')}
          />
        </Section>
        <Section title={t('details.questions')}>
          <Switch
            label={t('details.moderatorsSeeAnonymous')}
            description={t('details.moderatorsSeeAnonymousHint')}
            size="md"
            {...form.getInputProps('moderatorsSeeAnonymous', { type: 'checkbox' })}
          />
        </Section>
        {overtaken && (
          <Alert color="brass" title={t('details.overtaken')}>
            <Text mb="sm">{t('details.overtakenText')}</Text>
            <Button
              size="sm"
              variant="default"
              onClick={() => {
                form.resetDirty();
                onReload();
              }}
            >
              {t('details.takeTheirs')}
            </Button>
          </Alert>
        )}
      </Form>
    </>
  );
}
