import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import classes from './focus.module.css';

/** Every page has one `<main id={mainId} tabIndex={-1}>`. */
export const mainId = 'main';

/** After going to another page, keyboard and screen reader start at its content rather than where a link was. */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.getElementById(mainId)?.focus({ preventScroll: true });
  }, [pathname]);
}

export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className={classes.skip} href={`#${mainId}`}>
      {t('skipToContent')}
    </a>
  );
}
