import { Radio } from '@mantine/core';
import type { Layout } from '@manyhalls/contracts';
import { layouts } from '@manyhalls/contracts/show/layout';
import { useTranslation } from 'react-i18next';
import classes from './LayoutInput.module.css';
import { LayoutPictogram } from './LayoutPictogram';

/** How the pictures of a cue are put together: a word and a pictogram each. */
export function LayoutInput({ value, onChange }: { value: Layout; onChange: (layout: Layout) => void }) {
  const { t } = useTranslation('rundown');
  return (
    <Radio.Group
      label={t('form.layout')}
      value={value}
      onChange={(chosen) => {
        const layout = layouts.find((one) => one === chosen);
        if (layout) onChange(layout);
      }}
    >
      <div className={classes.layouts}>
        {layouts.map((layout) => (
          <Radio.Card key={layout} value={layout} className={classes.layout}>
            <LayoutPictogram layout={layout} />
            {t(`layout.${layout}`)}
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
