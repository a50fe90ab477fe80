#include "core/geo/clusters.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace supercargo {
namespace {

void addTo(PointCluster& sum, const PointCluster& part)
{
  const double total = sum.count + part.count;
  sum.at.x = (sum.at.x * sum.count + part.at.x * part.count) / total;
  sum.at.y = (sum.at.y * sum.count + part.at.y * part.count) / total;
  sum.count += part.count;
  sum.vague += part.vague;
  for (size_t k = 0; k < kPointKinds; ++k)
    sum.kinds[k] += part.kinds[k];
  if (part.largest > sum.largest) {
    sum.largest = part.largest;
    sum.place = part.place;
  }
}

/// Cells as wide as the radius: what is near enough lies in the nine around.
quint64 cellOf(qint64 x, qint64 y)
{
  return quint64(quint32(x)) << 32 | quint32(y);
}

} // namespace

PointClusters::PointClusters(const std::vector<ClusterPoint>& points, double radius) : m_levels(kFinestZoom + 2)
{
  gatherSpots(points);
  for (int zoom = kFinestZoom; zoom >= 0; --zoom)
    m_levels[size_t(zoom)] = merged(m_levels[size_t(zoom) + 1], radius / (256 * std::exp2(zoom)));
}

void PointClusters::gatherSpots(const std::vector<ClusterPoint>& points)
{
  std::vector<int> order(points.size());
  std::iota(order.begin(), order.end(), 0);
  const auto key = [&](int i) {
    const ClusterPoint& p = points[size_t(i)];
    return std::tuple(p.at.x, p.at.y, p.place);
  };
  std::sort(order.begin(), order.end(), [&](int a, int b) { return key(a) < key(b); });
  Level& spots = m_levels.back();
  m_ids.reserve(points.size());
  for (const int i : order) {
    const ClusterPoint& p = points[size_t(i)];
    if (spots.clusters.empty() || spots.clusters.back().at != p.at || spots.clusters.back().place != p.place) {
      PointCluster spot;
      spot.at = p.at;
      spot.place = p.place;
      spot.firstMember = int(m_ids.size());
      spots.clusters.push_back(spot);
    }
    PointCluster& spot = spots.clusters.back();
    ++spot.count;
    spot.vague += p.vague;
    ++spot.largest;
    ++spot.memberCount;
    ++spot.kinds[std::min<size_t>(p.kind, kPointKinds - 1)];
    m_ids.push_back(p.id);
  }
  m_hasVagueSpot = std::any_of(spots.clusters.begin(), spots.clusters.end(),
                               [](const PointCluster& spot) { return spot.vague == spot.count; });
}

PointClusters::Level PointClusters::merged(const Level& finer, double radius)
{
  const auto& parts = finer.clusters;
  const auto cell = [radius](double v) { return qint64(v / radius); };
  std::unordered_map<quint64, std::vector<int>> grid;
  grid.reserve(parts.size());
  for (size_t i = 0; i < parts.size(); ++i)
    grid[cellOf(cell(parts[i].at.x), cell(parts[i].at.y))].push_back(int(i));
  // The largest gather first, so that a metropolis keeps its place on the map.
  std::vector<int> order(parts.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](int a, int b) { return parts[size_t(a)].count > parts[size_t(b)].count; });
  Level level;
  level.members.reserve(parts.size());
  std::vector<char> taken(parts.size(), 0);
  for (const int i : order) {
    if (taken[size_t(i)])
      continue;
    const MapPoint middle = parts[size_t(i)].at;
    PointCluster sum = parts[size_t(i)];
    sum.firstMember = int(level.members.size());
    const auto take = [&](int j) {
      taken[size_t(j)] = 1;
      level.members.push_back(j);
    };
    take(i);
    for (qint64 dx = -1; dx <= 1; ++dx)
      for (qint64 dy = -1; dy <= 1; ++dy) {
        const auto near = grid.find(cellOf(cell(middle.x) + dx, cell(middle.y) + dy));
        if (near == grid.end())
          continue;
        for (const int j : near->second) {
          const MapPoint p = parts[size_t(j)].at;
          if (!taken[size_t(j)] && std::hypot(p.x - middle.x, p.y - middle.y) <= radius) {
            take(j);
            addTo(sum, parts[size_t(j)]);
          }
        }
      }
    sum.memberCount = int(level.members.size()) - sum.firstMember;
    level.clusters.push_back(sum);
  }
  return level;
}

size_t PointClusters::levelOf(double zoom)
{
  return size_t(std::clamp(int(std::floor(zoom)), 0, kFinestZoom + 1));
}

const std::vector<PointCluster>& PointClusters::at(double zoom) const
{
  static const std::vector<PointCluster> kNone;
  return m_levels.empty() ? kNone : m_levels[levelOf(zoom)].clusters;
}

std::vector<qint64> PointClusters::pointsOf(double zoom, size_t cluster) const
{
  std::vector<qint64> ids;
  std::vector<std::pair<size_t, int>> open{{levelOf(zoom), int(cluster)}};
  while (!open.empty()) {
    const auto [level, index] = open.back();
    open.pop_back();
    const PointCluster& c = m_levels[level].clusters[size_t(index)];
    for (int i = c.firstMember; i < c.firstMember + c.memberCount; ++i) {
      if (level + 1 == m_levels.size())
        ids.push_back(m_ids[size_t(i)]);
      else
        open.emplace_back(level + 1, m_levels[level].members[size_t(i)]);
    }
  }
  return ids;
}

int PointClusters::expansionZoom(double zoom, size_t cluster) const
{
  size_t level = levelOf(zoom);
  int index = int(cluster);
  while (level + 1 < m_levels.size()) {
    const PointCluster& c = m_levels[level].clusters[size_t(index)];
    if (c.memberCount > 1)
      return int(level) + 1;
    index = m_levels[level].members[size_t(c.firstMember)];
    ++level;
  }
  return kFinestZoom + 1;
}

} // namespace supercargo
