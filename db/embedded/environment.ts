/** What other programs get to know: not our environment, which holds secrets, and no locale or time zone of the user. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}
