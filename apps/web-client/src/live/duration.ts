/** A period in whole days, hours, minutes and seconds. @param ms not negative */
export function splitDuration(ms: number): { days: number; hours: number; minutes: number; seconds: number } {
  const seconds = Math.floor(ms / 1_000);
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3_600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}

/** A running time as `1:02:03` or `02:03`. */
export function writeDuration(ms: number): string {
  const { days, hours, minutes, seconds } = splitDuration(Math.max(0, ms));
  const two = (figure: number) => String(figure).padStart(2, '0');
  const whole = days * 24 + hours;
  return whole > 0 ? `${whole}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`;
}
