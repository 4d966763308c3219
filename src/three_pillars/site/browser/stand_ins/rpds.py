"""The part of rpds that jsonschema and referencing use, in plain Python; rpds is compiled."""

from __future__ import annotations


class HashTrieMap(dict):
    """A map that is copied when it changes."""

    __slots__ = ()
    __hash__ = None

    @classmethod
    def convert(cls, value):
        """Return the mapping as one of this kind."""
        return value if isinstance(value, cls) else cls(value)

    def insert(self, key, value):
        """Return a copy with one more entry."""
        new = HashTrieMap(self)
        new[key] = value
        return new

    def remove(self, key):
        """Return a copy without an entry; KeyError if it is not there."""
        new = HashTrieMap(self)
        del new[key]
        return new

    def discard(self, key):
        """Return a copy without an entry, if it is there."""
        return self.remove(key) if key in self else self

    def update(self, other=(), **more):
        """Return a copy with other entries added."""
        new = HashTrieMap(self)
        dict.update(new, other, **more)
        return new


class HashTrieSet(frozenset):
    """A set that is copied when it changes."""

    __slots__ = ()

    def insert(self, value):
        """Return a copy with one more member."""
        return HashTrieSet(self | {value})

    def remove(self, value):
        """Return a copy without a member; KeyError if it is not there."""
        if value not in self:
            raise KeyError(value)
        return HashTrieSet(self - {value})

    def discard(self, value):
        """Return a copy without a member, if it is there."""
        return HashTrieSet(self - {value})

    def update(self, *others):
        """Return a copy with other members added."""
        return HashTrieSet(self.union(*others))


class List(tuple):
    """A list whose front grows."""

    __slots__ = ()

    def __new__(cls, *values):
        """Take one sequence, or the members one by one."""
        return super().__new__(cls, values[0] if len(values) == 1 else values)

    def push_front(self, value):
        """Return a copy with one more member in front."""
        return List((value, *self))

    @property
    def first(self):
        """The member in front."""
        return self[0]

    @property
    def rest(self):
        """All the others."""
        return List(self[1:])

    def drop_first(self):
        """Return all but the member in front."""
        return List(self[1:])
