export function OrganisePage() {
  return null;
}
