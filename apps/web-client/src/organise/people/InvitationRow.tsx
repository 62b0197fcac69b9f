import { Button, Text } from '@mantine/core';
import type { InvitationDto, InvitationState, VenueDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { StateMark, type Shape, type Tone } from '../../app/StateMark';
import { Localized } from '../../i18n/Localized';
import { useLanguage } from '../../i18n/language';
import { viewerZone, writeMoment } from '../../i18n/times';
import classes from '../rows.module.css';

const marks: Record<InvitationState, { tone: Tone; shape: Shape }> = {
  open: { tone: 'attention', shape: 'ring' },
  redeemed: { tone: 'good', shape: 'tick' },
  revoked: { tone: 'quiet', shape: 'cross' },
  expired: { tone: 'quiet', shape: 'square' },
};

interface Props {
  invitation: InvitationDto;
  venue: VenueDto | null;
  onReplace: () => void;
  onRevoke: () => void;
}

export function InvitationRow({ invitation, venue, onReplace, onRevoke }: Props) {
  const { t } = useTranslation(['organise', 'app']);
  const language = useLanguage();
  const { displayName: name, institution, role, state } = invitation;
  const when = (moment: string) => writeMoment(new Date(moment), viewerZone(), language);
  return (
    <li className={classes.row}>
      <div className={classes.about}>
        <span className={classes.title}>{name}</span>
        <Text component="span" size="sm" c="dimmed">
          {t(`app:roles.${role}`)}
          {venue && (
            <>
              {' · '}
              <Localized text={venue.city} />
            </>
          )}
          {institution && ` · ${institution}`}
        </Text>
      </div>
      <div className={classes.facts}>
        <StateMark {...marks[state]}>{t(`people.state.${state}`)}</StateMark>
        <Text component="span" size="sm" c="dimmed">
          {state === 'revoked' && invitation.revokedAt && when(invitation.revokedAt)}
          {state === 'redeemed' && invitation.redeemedAt && when(invitation.redeemedAt)}
          {(state === 'open' || state === 'expired') &&
            t('people.until', { moment: when(invitation.expiresAt) })}
        </Text>
      </div>
      <div className={classes.deeds}>
        <Button variant="default" size="xs" aria-label={t('people.replaceOne', { name })} onClick={onReplace}>
          {t('people.replace')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={state === 'revoked'}
          aria-label={t('people.revokeOne', { name })}
          onClick={onRevoke}
        >
          {t('people.revoke')}
        </Button>
      </div>
    </li>
  );
}
