import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { createLogger, type Logger } from './logger.ts';
import { pinProcessZone } from './process-zone.ts';

/** The bot as it runs in production. */
async function main(): Promise<void> {
  pinProcessZone(process.env);
  const config = readConfig(process.env);
  const log = createLogger(config.log);
  const app = createApp({ config, log });
  exitOnFault(log);
  exitOnSignal(log, () => app.stop());
  await app.start();
}

/** An orderly end at the first signal, an immediate one at the second. */
function exitOnSignal(log: Logger, stop: () => Promise<void>): void {
  let signals = 0;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) process.exit(1);
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.fatal({ err: error }, 'The bot could not stop in order.');
          process.exit(1);
        },
      );
    });
  }
}

/** After an unforeseen fault nothing in memory is trusted; what matters is in the database. */
function exitOnFault(log: Logger): void {
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error: unknown) => {
      log.fatal({ err: error, fault }, 'An unforeseen fault; the bot ends.');
      process.exit(1);
    });
  }
}

function explainStart(error: unknown): void {
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
  } else {
    createLogger({ level: 'info' }).fatal({ err: error }, 'The bot could not start.');
  }
  process.exit(1);
}

main().catch(explainStart);
