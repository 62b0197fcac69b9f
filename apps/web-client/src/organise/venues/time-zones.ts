/** Every IANA zone this browser knows, with its present distance from UTC: "Asia/Tokyo (GMT+9)". */
export function listTimeZones(now: Date): { value: string; label: string }[] {
  return Intl.supportedValuesOf('timeZone').map((zone) => {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      timeZoneName: 'shortOffset',
    }).formatToParts(now);
    const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return { value: zone, label: `${zone} (${offset})` };
  });
}
