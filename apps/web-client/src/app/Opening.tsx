import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Page.module.css';
import { Look } from './Look';

/** While the first page's code is on its way; nothing of the root is there yet. */
export function Opening() {
  return (
    <Look>
      <PageSkeleton />
    </Look>
  );
}

/** The outline of a page that is being loaded. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.page} aria-busy>
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      <Stack gap="lg">
        <Skeleton height={44} width="60%" />
        <Skeleton height={20} width="40%" />
        <Skeleton height={120} />
        <Skeleton height={120} />
      </Stack>
    </div>
  );
}
