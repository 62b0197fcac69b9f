const endings = new Set<() => Promise<unknown>>();

/**
 * Of what a suite starts together, nothing goes on when one part fails to start: its `afterAll` has no name for what
 * did start, and the test run would wait for it for ever.
 */
export async function together<Part>(
  starting: Promise<Part>,
  end: (part: Part) => Promise<unknown>,
): Promise<Part> {
  endings.add(() => starting.then(end, () => {}));
  try {
    return await starting;
  } catch (error) {
    await Promise.allSettled([...endings].map((ending) => ending()));
    throw error;
  }
}
