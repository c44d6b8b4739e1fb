-- What a provider calls somebody opens one account here, also when two visits end at the same moment.
create unique index account_of_provider on better_auth.account ("providerId", "accountId");
