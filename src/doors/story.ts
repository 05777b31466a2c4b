/**
 * Door to `story.js`: what a text says, by whom and when. Pages read articles with it, the background reads feeds, and sets what both say side by side; see
 * scripts/build/doors.ts for how they share one file. Functions only.
 */
export { claimsOf, pageClaimsInSteps } from '@/core/attribution/page-claims';
export { readStory, storyInSteps } from '@/core/attribution/story';
export { differingDates, findDifferences } from '@/core/coverage/disagreement';
export { pageFiguresInSteps } from '@/core/coverage/page-figures';
export { groupClaims } from '@/core/coverage/same-claim';
