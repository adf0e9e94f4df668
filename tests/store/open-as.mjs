// Opens a file with the built program as whoever runs this, and says what came of it.
import { openStore } from '../../dist/store/open-store.js';

const [path, purpose] = process.argv.slice(2);
const options = { path, purpose, today: '2026-11-20', now: () => '2026-11-20T16:05:00.000Z' };
try {
  const store = await openStore(options);
  process.stdout.write(JSON.stringify(store.counts()));
} catch (error) {
  process.stdout.write(JSON.stringify({ message: error.message, exitCode: error.exitCode }));
}
