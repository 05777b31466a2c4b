/**
 * Door to `article.js`: what a page says of itself. The popup asks it of any page that it is opened over, and reading claims
 * begins with it. See scripts/build/doors.ts. Functions only.
 */
export { readFeedLinks } from '@/article/feed-links';
export { articleInSteps, readArticle } from '@/article/metadata';
