/**
 * Door to `story.js`: what a text says, by whom and when. Pages read articles with it and the background reads feeds; see
 * scripts/build/doors.ts for how they share one file. Functions only.
 */
export { claimsOf } from '@/core/attribution/page-claims';
export { readStory, storyInSteps } from '@/core/attribution/story';
