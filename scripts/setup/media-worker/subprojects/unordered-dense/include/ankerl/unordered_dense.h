// The part of ankerl::unordered_dense that the media worker uses, over Abseil's
// flat hash tables. Both keep entries in place and neither promises an order, so
// one can stand in for the other; what differs is noted below.
#ifndef ANKERL_UNORDERED_DENSE_H
#define ANKERL_UNORDERED_DENSE_H

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <absl/hash/hash.h>
#include <cstddef>
#include <functional>
#include <utility>

namespace ankerl::unordered_dense
{
	template<typename T>
	using hash = absl::Hash<T>;

	// Abseil picks a hash for strings that also takes a string_view, but only when
	// no hash is named; so "no hash named" has to stay recognisable.
	struct use_default
	{
	};

	namespace detail
	{
		// Abseil's erase(iterator) returns nothing; ankerl's returns the iterator
		// after the erased entry, and loops in the worker go on from there.
		template<typename Base>
		class table : public Base
		{
		public:
			using Base::Base;
			using Base::erase;
			using typename Base::const_iterator;
			using typename Base::iterator;

			iterator erase(iterator it)
			{
				auto next = it;

				++next;
				Base::erase(it);

				return next;
			}
		};

		template<typename K, typename V, typename Hash, typename Eq>
		struct map_of
		{
			using type = table<absl::flat_hash_map<K, V, Hash, Eq>>;
		};

		template<typename K, typename V, typename Eq>
		struct map_of<K, V, use_default, Eq>
		{
			using type = table<absl::flat_hash_map<K, V>>;
		};

		template<typename K, typename Hash, typename Eq>
		struct set_of
		{
			using type = table<absl::flat_hash_set<K, Hash, Eq>>;
		};

		template<typename K, typename Eq>
		struct set_of<K, use_default, Eq>
		{
			using type = table<absl::flat_hash_set<K>>;
		};
	} // namespace detail

	template<typename K, typename V, typename Hash = use_default, typename Eq = std::equal_to<K>>
	using map = typename detail::map_of<K, V, Hash, Eq>::type;

	template<typename K, typename Hash = use_default, typename Eq = std::equal_to<K>>
	using set = typename detail::set_of<K, Hash, Eq>::type;
} // namespace ankerl::unordered_dense

#endif
