import { Badge } from '@mantine/core';
import type { Role } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { SessionStatusMark } from '../app/StateMark';
import { TopBar } from '../app/TopBar';
import { Localized } from '../i18n/Localized';
import { ConnectionBanner } from './ConnectionBanner';
import type { LivePageContent } from './LivePage';
import { CrewLinks } from './CrewLinks';
import classes from './SessionBar.module.css';

/** The top of a live page: which session this is, how it stands, and as whom one is here. */
export function SessionBar({
  session,
  show,
  role,
  crew = false,
  titled = true,
}: Pick<LivePageContent, 'session' | 'show'> & {
  role: Role;
  crew?: boolean;
  /** Not where the page itself begins with the title. */
  titled?: boolean;
}) {
  const { t } = useTranslation();
  const badge = role !== 'attendee' && (
    <>
      <Badge variant="light" color="brass" radius="sm" className={classes.role}>
        {t(`roles.${role}`)}
      </Badge>
      <CrewLinks role={role} />
    </>
  );
  const title = titled && (
    <h1 className={classes.title}>
      <Localized text={session.title} />
    </h1>
  );
  return (
    <div className={classes.top}>
      <TopBar withScheme={!crew}>
        <div className={classes.about}>
          <div className={classes.wide}>{title}</div>
          <SessionStatusMark status={show.status} />
          <div className={classes.wide}>{badge}</div>
        </div>
      </TopBar>
      {(title || badge) && (
        <div className={classes.narrow}>
          {title}
          {badge}
        </div>
      )}
      <ConnectionBanner />
    </div>
  );
}
