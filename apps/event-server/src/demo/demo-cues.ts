import type { CueContentDto, CueSpeakerDto, PickedSource } from '@manyhalls/contracts';
import { demoEvent } from './demo-event';

export interface DemoCue extends Pick<CueContentDto, 'type' | 'title' | 'layout' | 'notes'> {
  speakers: CueSpeakerDto[];
  minutes: number;
  /** Keys of halls. */
  picks: readonly { hall: string; source: PickedSource }[];
}

const [jinanOffice, tokyoAssociation, osakaCouncil] = demoEvent.coHosts ?? [];
const governorsOffice: CueSpeakerDto = {
  name: { zh: '省长办公室', ja: '知事室', ko: '도지사실', en: 'Office of the Governor' },
};
const speakers = (...hosts: (CueSpeakerDto | undefined)[]): CueSpeakerDto[] =>
  hosts.flatMap((host) => host ?? []);
const camera = (hall: string) => ({ hall, source: 'camera' }) as const;

/** The rundown of the plenary. */
export const demoCues: readonly DemoCue[] = [
  {
    type: 'opening',
    title: { zh: '开幕', ja: '開会', ko: '개회', en: 'Opening' },
    speakers: [],
    minutes: 5,
    layout: 'all-halls',
    picks: [],
    notes: 'All three halls greet the audience.',
  },
  {
    type: 'speech',
    title: {
      zh: '济南会场致辞',
      ja: '済南会場からの挨拶',
      ko: '지난 회의장 축사',
      en: 'Address from Jinan',
    },
    speakers: speakers(jinanOffice),
    minutes: 10,
    layout: 'single',
    picks: [camera('jinan')],
    notes: '',
  },
  {
    type: 'greeting',
    title: { zh: '视频贺词', ja: 'ビデオによる祝辞', ko: '영상 축사', en: 'Recorded greeting' },
    speakers: [governorsOffice],
    minutes: 3,
    layout: 'single',
    picks: [],
    notes: 'Choose the greeting here as soon as it is approved; until then there is the slate.',
  },
  {
    type: 'dialogue',
    title: { zh: '三地对话', ja: '三会場対話', ko: '세 회의장 대화', en: 'Dialogue of the three halls' },
    speakers: speakers(jinanOffice, tokyoAssociation, osakaCouncil),
    minutes: 45,
    layout: 'gallery',
    picks: [camera('jinan'), camera('tokyo'), camera('osaka')],
    notes: 'Order of speaking: Jinan, Tokyo, Osaka.',
  },
  {
    type: 'questions',
    title: { zh: '问答', ja: '質疑応答', ko: '질의응답', en: 'Questions and answers' },
    speakers: [],
    minutes: 20,
    layout: 'all-halls',
    picks: [],
    notes: 'Questions come from the moderators.',
  },
  {
    type: 'signing',
    title: { zh: '签约仪式', ja: '調印式', ko: '서명식', en: 'Signing ceremony' },
    speakers: speakers(jinanOffice, tokyoAssociation),
    minutes: 15,
    layout: 'two-halls',
    picks: [camera('jinan'), camera('tokyo')],
    notes: 'Pens and folders are on the table before GO.',
  },
];
