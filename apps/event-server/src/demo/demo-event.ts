import type {
  CreateInvitationDto,
  CreateLiveEventDto,
  CreateSessionDto,
  CreateVenueDto,
} from '@manyhalls/contracts';
import type { ClipRecipe } from './clips/make-clip';

/** The demo is plain data, given to the same services that organisers use. Institutions and offices only: no people. */
export const demoEvent: Omit<CreateLiveEventDto, 'firstDay' | 'lastDay'> = {
  slug: 'three-cities-forum',
  title: {
    zh: '三城合作论坛',
    ja: '三都市協力フォーラム',
    ko: '세 도시 협력 포럼',
    en: 'Three Cities Cooperation Forum',
  },
  description: {
    zh: '济南、东京、大阪三地会场同步举行，并向线上观众开放。',
    ja: '済南・東京・大阪の三会場で同時に開催し、オンラインでもご参加いただけます。',
    ko: '지난, 도쿄, 오사카 세 회의장에서 동시에 열리며 온라인으로도 참가할 수 있습니다.',
    en: 'Held in Jinan, Tokyo and Osaka at the same time, and open to everybody online.',
  },
  languages: ['zh', 'ja', 'ko', 'en'],
  coHosts: [
    {
      name: {
        zh: '济南贸易促进办公室',
        ja: '済南貿易促進事務所',
        ko: '지난 무역진흥사무소',
        en: 'Jinan Trade Promotion Office',
      },
    },
    {
      name: {
        zh: '东京产业交流协会',
        ja: '東京産業交流協会',
        ko: '도쿄 산업교류협회',
        en: 'Tokyo Industry Exchange Association',
      },
    },
    {
      name: {
        zh: '大阪商务合作委员会',
        ja: '大阪ビジネス協力委員会',
        ko: '오사카 비즈니스협력위원회',
        en: 'Osaka Business Cooperation Council',
      },
    },
  ],
  consent: {
    version: '1',
    text: {
      zh: '我们保存您的姓名、单位和国家，以便您参加本次活动；活动结束后即予删除。',
      ja: 'ご参加のため、お名前、ご所属、国を保存します。催しの終了後に削除します。',
      ko: '행사 참가를 위해 이름, 소속, 국가를 보관하며 행사가 끝나면 삭제합니다.',
      en: 'We keep your name, institution and country so that you can take part, and erase them after the event.',
    },
  },
  registrationOpen: true,
};

export interface DemoVenue extends CreateVenueDto {
  clip: ClipRecipe;
}

export const demoVenues: readonly DemoVenue[] = [
  {
    key: 'jinan',
    city: { zh: '济南', ja: '済南', ko: '지난', en: 'Jinan' },
    name: { zh: '济南会场', ja: '済南会場', ko: '지난 회의장', en: 'Jinan Hall' },
    country: 'CN',
    timeZone: 'Asia/Shanghai',
    position: 1,
    clip: { city: 'Jinan', colours: ['0x0b2f4a', '0x1c8f86'], toneHz: 440 },
  },
  {
    key: 'tokyo',
    city: { zh: '东京', ja: '東京', ko: '도쿄', en: 'Tokyo' },
    name: { zh: '东京会场', ja: '東京会場', ko: '도쿄 회의장', en: 'Tokyo Hall' },
    country: 'JP',
    timeZone: 'Asia/Tokyo',
    position: 2,
    clip: { city: 'Tokyo', colours: ['0x2b1055', '0xb0436a'], toneHz: 554 },
  },
  {
    key: 'osaka',
    city: { zh: '大阪', ja: '大阪', ko: '오사카', en: 'Osaka' },
    name: { zh: '大阪会场', ja: '大阪会場', ko: '오사카 회의장', en: 'Osaka Hall' },
    country: 'JP',
    timeZone: 'Asia/Tokyo',
    position: 3,
    clip: { city: 'Osaka', colours: ['0x4a2a06', '0xc0762a'], toneHz: 659 },
  },
];

export interface DemoSession extends Pick<CreateSessionDto, 'title' | 'kind'> {
  /** Keys of the halls that take part. */
  halls: readonly string[];
  /** From the start of the plenary, in minutes. */
  startsAfter: number;
  endsAfter: number;
}

/** The plenary first: it is live from the start. */
export const demoSessions: readonly DemoSession[] = [
  {
    title: {
      zh: '开幕与三地对话',
      ja: '開会と三会場対話',
      ko: '개회와 세 회의장 대화',
      en: 'Opening and dialogue',
    },
    kind: 'plenary',
    halls: ['jinan', 'tokyo', 'osaka'],
    startsAfter: 0,
    endsAfter: 180,
  },
  {
    title: { zh: '绿色产业', ja: 'グリーン産業', ko: '녹색 산업', en: 'Green industry' },
    kind: 'parallel',
    halls: ['jinan', 'tokyo'],
    startsAfter: 210,
    endsAfter: 300,
  },
  {
    title: { zh: '健康与养老', ja: '健康と介護', ko: '건강과 돌봄', en: 'Health and care' },
    kind: 'parallel',
    halls: ['jinan', 'osaka'],
    startsAfter: 210,
    endsAfter: 300,
  },
];

export interface DemoInvitation extends Omit<CreateInvitationDto, 'venueId'> {
  /** What stands beside its link. */
  label: string;
  /** Key of a venue host's hall. */
  hall?: string;
}

export const demoInvitations: readonly DemoInvitation[] = [
  { label: 'Organiser', role: 'organiser', displayName: 'Forum Secretariat', language: 'en' },
  { label: 'Show caller', role: 'show-caller', displayName: 'Show Control Office', language: 'en' },
  { label: 'Hall, Jinan', role: 'venue-host', displayName: '济南会场', language: 'zh', hall: 'jinan' },
  { label: 'Hall, Tokyo', role: 'venue-host', displayName: '東京会場', language: 'ja', hall: 'tokyo' },
  { label: 'Hall, Osaka', role: 'venue-host', displayName: '大阪会場', language: 'ja', hall: 'osaka' },
  { label: 'Moderator', role: 'moderator', displayName: 'Moderation Office', language: 'en' },
  { label: 'Speaker', role: 'speaker', displayName: 'Office of the Governor', language: 'en' },
  { label: 'Interpreter', role: 'interpreter', displayName: 'Interpretation Service', language: 'en' },
];
