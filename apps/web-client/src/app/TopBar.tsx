import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AccountMenu } from './AccountMenu';
import { Brand } from './Brand';
import { LanguageSwitch } from './LanguageSwitch';
import { SchemeSwitch } from './SchemeSwitch';
import classes from './TopBar.module.css';

/**
 * The bar at the top of every page. Live pages put what they are about into `children`,
 * and leave out the light/dark switch where the page is always dark.
 */
export function TopBar({ children, withScheme = true }: { children?: ReactNode; withScheme?: boolean }) {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <Link to="/" className={classes.brand} aria-label={t('toStart')}>
        <Brand />
      </Link>
      <div className={classes.middle}>{children}</div>
      <div className={classes.tools}>
        {withScheme && <SchemeSwitch />}
        <LanguageSwitch />
        <AccountMenu />
      </div>
    </header>
  );
}
