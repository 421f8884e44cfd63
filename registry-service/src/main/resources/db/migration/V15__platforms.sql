-- ACC-1: accounts are kept on every platform that the vocabulary names.
alter table account drop constraint account_platform_check;
alter table account add constraint account_platform_check
  check (platform in ('TIKTOK', 'YOUTUBE', 'FACEBOOK', 'INSTAGRAM', 'THREADS', 'X', 'ZALO_OA', 'OTHER'));
