/**
 * Tries until an expectation holds. Only a broken product waits this long: it is no measure of speed.
 * @throws the last failure
 */
export async function eventually(expectation: () => Promise<void>): Promise<void> {
  const giveUp = Date.now() + 45_000;
  for (;;)
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > giveUp) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
}
