import { Button } from '@mantine/core';
import type { Role } from '@manyhalls/contracts';
import { may } from '@manyhalls/domain';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';

const pages = [
  { page: 'control', permission: 'session:control' },
  { page: 'moderate', permission: 'question:moderate' },
] as const;

/** From one of a session's crew pages to the others this role works on. */
export function CrewLinks({ role }: { role: Role }) {
  const { t } = useTranslation(['moderate', 'greetings']);
  const { slug, sessionId } = useParams();
  const { pathname } = useLocation();
  const look = { size: 'compact-sm', variant: 'subtle', flex: 'none' } as const;
  return (
    <>
      {pages
        .filter(({ page, permission }) => may(role, permission) && !pathname.endsWith(`/${page}`))
        .map(({ page }) => (
          <Button key={page} component={Link} to={`/events/${slug}/sessions/${sessionId}/${page}`} {...look}>
            {t(`pages.${page}`)}
          </Button>
        ))}
      {/* In a tab of its own: whoever controls the session stays in it. */}
      {may(role, 'greeting:manage') && (
        <Button component={Link} to={`/events/${slug}/greetings`} target="_blank" {...look}>
          {t('greetings:library.title')}
        </Button>
      )}
    </>
  );
}
