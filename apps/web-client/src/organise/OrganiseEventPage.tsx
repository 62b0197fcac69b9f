export function OrganiseEventPage() {
  return null;
}
