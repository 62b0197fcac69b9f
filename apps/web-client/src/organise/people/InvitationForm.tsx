import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { InvitationLinkDto, InvitedRole, Language } from '@manyhalls/contracts';
import { invitedRoles } from '@manyhalls/contracts/sign-in/role';
import { languages } from '@manyhalls/contracts/text/language';
import { limits } from '@manyhalls/contracts/wire/limits';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../app/LanguageSwitch';
import { Form } from '../../forms/Form';
import { useChecks } from '../../forms/checks';
import { useLocalize } from '../../i18n/Localized';
import { useLanguage } from '../../i18n/language';
import type { TabProps } from '../tab';

interface Values {
  displayName: string;
  institution: string;
  role: InvitedRole;
  venueId: string | null;
  language: Language;
}

interface Props extends Pick<TabProps, 'event' | 'api'> {
  onInvited: (link: InvitationLinkDto) => void;
}

export function InvitationForm({ event, api, onInvited }: Props) {
  const { t } = useTranslation(['organise', 'app']);
  const checks = useChecks();
  const localize = useLocalize();
  const language = useLanguage();
  const form = useForm<Values>({
    initialValues: { displayName: '', institution: '', role: 'venue-host', venueId: null, language },
    validate: {
      displayName: checks.filled,
      venueId: (venueId, { role }) => (role === 'venue-host' ? checks.chosen(venueId) : null),
    },
  });
  const host = form.getValues().role === 'venue-host';

  const save = async ({ displayName, institution, role, venueId, language: spoken }: Values) =>
    onInvited(
      await api.invite(event.id, {
        role,
        displayName: displayName.trim(),
        institution: institution.trim(),
        language: spoken,
        ...(role === 'venue-host' && venueId && { venueId }),
      }),
    );

  return (
    <Form form={form} save={save} submit={t('people.makeLink')}>
      <Select
        label={t('people.role')}
        data={invitedRoles.map((role) => ({ value: role, label: t(`app:roles.${role}`) }))}
        {...form.getInputProps('role')}
      />
      {host && (
        <Select
          label={t('people.hall')}
          required
          data={event.venues.map(({ id, city }) => ({ value: id, label: localize(city) }))}
          nothingFoundMessage={t('people.noHalls')}
          {...form.getInputProps('venueId')}
        />
      )}
      <TextInput
        label={t('people.name')}
        description={t('people.nameHint')}
        required
        maxLength={limits.name}
        {...form.getInputProps('displayName')}
      />
      <TextInput
        label={t('people.institution')}
        maxLength={limits.institution}
        {...form.getInputProps('institution')}
      />
      <Select
        label={t('people.language')}
        description={t('people.languageHint')}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        {...form.getInputProps('language')}
      />
    </Form>
  );
}
