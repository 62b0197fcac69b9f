import type { LiveEventDto, LocalizedTextDto, SessionDto, SessionKind, VenueDto } from '@manyhalls/contracts';
import { eventOf } from '../../factories/event';
import { ask } from '../../factories/http';
import { installationOrganiser, type Person } from '../../factories/people';
import type { TestServer } from '../../factories/server';

const four = (zh: string, ja: string, ko: string, en: string): LocalizedTextDto => ({ zh, ja, ko, en });

/** Tomorrow and the day after in the halls: at any time of today, every session is still to come. */
const day = (offset: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + offset * 86_400_000);

const venues = [
  {
    key: 'jinan',
    city: four('济南', '済南', '지난', 'Jinan'),
    name: four(
      '国际会议中心 一号厅',
      '国際会議センター 第一ホール',
      '국제회의센터 제1홀',
      'International Conference Centre, Hall 1',
    ),
    country: 'CN',
    timeZone: 'Asia/Shanghai',
  },
  {
    key: 'tokyo',
    city: four('东京', '東京', '도쿄', 'Tokyo'),
    name: four('产业会馆 大会议厅', '産業会館 大ホール', '산업회관 대회의장', 'Hall of Industry, Main Hall'),
    country: 'JP',
    timeZone: 'Asia/Tokyo',
  },
  {
    key: 'osaka',
    city: four('大阪', '大阪', '오사카', 'Osaka'),
    name: four(
      '经济中心 三层会议厅',
      '経済センター 3階会議場',
      '경제센터 3층 회의장',
      'Economic Centre, third floor',
    ),
    country: 'JP',
    timeZone: 'Asia/Tokyo',
  },
];

const sessions: { title: LocalizedTextDto; kind: SessionKind; day: number; from: string; to: string }[] = [
  {
    title: four('开幕式与主旨演讲', '開会式・基調講演', '개회식 및 기조연설', 'Opening and keynote speeches'),
    kind: 'plenary',
    day: 1,
    from: '10:00',
    to: '12:00',
  },
  {
    title: four(
      '分会一：先进制造',
      '分科会1：先端製造',
      '분과 1: 첨단 제조',
      'Track 1: Advanced manufacturing',
    ),
    kind: 'parallel',
    day: 1,
    from: '14:00',
    to: '16:00',
  },
  {
    title: four(
      '分会二：医疗与健康',
      '分科会2：医療・健康',
      '분과 2: 의료와 건강',
      'Track 2: Medicine and health',
    ),
    kind: 'parallel',
    day: 1,
    from: '14:00',
    to: '16:00',
  },
  {
    title: four(
      '合作项目签约仪式',
      '協力プロジェクト調印式',
      '협력 사업 체결식',
      'Signing of cooperation projects',
    ),
    kind: 'plenary',
    day: 1,
    from: '16:30',
    to: '17:30',
  },
  {
    title: four(
      '城市推介与机构对接',
      '都市プレゼンテーションと機関マッチング',
      '도시 설명회와 기관 교류',
      'City presentations and institutional meetings',
    ),
    kind: 'plenary',
    day: 2,
    from: '09:30',
    to: '11:30',
  },
];

const facts = {
  title: four(
    '2026 东亚城市产业合作研讨会',
    '2026 東アジア都市産業協力セミナー',
    '2026 동아시아 도시 산업협력 세미나',
    'East Asian Cities Seminar on Industrial Cooperation 2026',
  ),
  description: four(
    '三地会场同时举办，并向线上参会者开放。会议内容包括开幕致辞、各会场对话、平行分会以及合作项目签约。',
    '三つの会場をつないで同時に開催し、オンラインでもご参加いただけます。開会挨拶、会場間の対話、分科会、協力プロジェクトの調印を予定しています。',
    '세 도시의 행사장에서 동시에 열리며 온라인으로도 참가하실 수 있습니다. 개회사, 행사장 간 대화, 분과 세션, 협력 사업 체결식이 진행됩니다.',
    'Held in three halls at once and open to participants online: opening speeches, a dialogue between the halls, parallel tracks, and the signing of cooperation projects.',
  ),
  coHosts: [
    four(
      '济南国际合作办公室',
      '済南国際協力室',
      '지난 국제협력실',
      'Jinan Office for International Cooperation',
    ),
    four(
      '东京产业交流协会',
      '東京産業交流協会',
      '도쿄 산업교류협회',
      'Tokyo Association for Industrial Exchange',
    ),
    four(
      '大阪经济合作中心',
      '大阪経済協力センター',
      '오사카 경제협력센터',
      'Osaka Centre for Economic Cooperation',
    ),
  ].map((name) => ({ name })),
  consent: {
    version: '2026-11',
    text: four(
      '主办方将处理您的姓名、单位、国家或地区及语言，用于办理入场及向其他与会者显示您的参会身份，并在活动结束后删除。',
      '主催者は、お名前、ご所属、国・地域および言語を、入場の受付とほかの参加者への表示のために取り扱い、イベント終了後に削除いたします。',
      '주최 측은 성명, 소속, 국가 또는 지역, 언어를 입장 처리와 다른 참가자에 대한 표시를 위하여 처리하며 행사 종료 후 삭제합니다.',
      'The organisers use your name, institution, country or region and language to admit you and to show you to other participants, and delete them after the event.',
    ),
  },
};

export interface Forum {
  organiser: Person;
  event: LiveEventDto;
}

/** An event as it might really be: three halls, two days, parallel tracks, everything in four languages. */
export async function makeForum(server: TestServer): Promise<Forum> {
  const organiser = await installationOrganiser(server);
  const { ticket } = organiser;
  const post = <Body>(path: string, body: object) => ask<Body>(server, 'POST', path, { ticket, body });
  const { id } = await post<LiveEventDto>(
    'events',
    eventOf({ slug: 'cities-2026', ...facts, firstDay: day(1), lastDay: day(2) }),
  );
  const venueIds: string[] = [];
  for (const venue of venues) venueIds.push((await post<VenueDto>(`events/${id}/venues`, venue)).id);
  for (const { title, kind, day: offset, from, to } of sessions)
    await post<SessionDto>(`events/${id}/sessions`, {
      title,
      kind,
      startsAt: `${day(offset)}T${from}:00+08:00`,
      endsAt: `${day(offset)}T${to}:00+08:00`,
      venueIds,
    });
  return { organiser, event: await ask<LiveEventDto>(server, 'GET', `events/${id}`, { ticket }) };
}
