import type { CueContentDto, CueSpeakerDto, PickDto } from '@manyhalls/contracts';
import type { Forum } from './forum';
import type { HallKey } from './halls';

export const governor = {
  name: { zh: '省长办公室', ja: '知事室', ko: '도지사실', en: 'Office of the Governor' },
  title: { zh: '省长', ja: '知事', ko: '도지사', en: 'Governor' },
  institution: { zh: '山东省', ja: '山東省', ko: '산둥성', en: 'Shandong Province' },
} satisfies CueSpeakerDto;

export const association = {
  name: { zh: '产业交流协会', ja: '産業交流協会', ko: '산업교류협회', en: 'Industrial Exchange Association' },
} satisfies CueSpeakerDto;

export const speech: Partial<CueContentDto> = {
  title: { zh: '主旨演讲', ja: '基調講演', ko: '기조연설', en: 'Keynote speech' },
  speakers: [governor],
};

/** What a hall sends, for a cue to put on programme. */
export function pickOf({ event }: Forum, hall: HallKey, source: PickDto['source'] = 'camera'): PickDto {
  return { venueId: event.venues.find(({ key }) => key === hall)?.id ?? '', source };
}
