import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Page.module.css';

/** The body of a page at reading width, and its title in the browser's tab. */
export function Page({
  title,
  narrow = false,
  children,
}: {
  title: string;
  narrow?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={narrow ? `${classes.page} ${classes.narrow}` : classes.page}>
      <TabTitle title={title} />
      {children}
    </div>
  );
}

/** The browser tab's title: what the page is, then where. */
export function TabTitle({ title }: { title: string }) {
  const { t } = useTranslation();
  return <title>{t('tabTitle', { title })}</title>;
}
